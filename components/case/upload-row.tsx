import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatBytes, isChinese } from "../format";
import { useDuration } from "../ui/date-text";
import { FieldError } from "../ui/field";

/** How a file stands. Bytes are counted, `secondsLeft` is an estimate; `brokeAt`: bytes there when the connection broke. */
export type UploadState =
  | { state: "waiting"; words?: string }
  | { state: "sending"; sent: number; secondsLeft?: number }
  | { state: "paused"; sent: number }
  | { state: "resuming"; sent: number; brokeAt: number }
  /** The line or the server is gone: it goes on by itself. */
  | { state: "stalled"; sent: number; brokeAt: number }
  | { state: "received" }
  | { state: "refused"; reason: string /** What to do now. */; help?: ReactNode };

function Progress({ name, size, upload }: { name: string; size: number; upload: Extract<UploadState, { sent: number }> }) {
  const percent = Math.min(100, Math.round((upload.sent / Math.max(1, size)) * 100));
  const broke = "brokeAt" in upload ? Math.round((upload.brokeAt / Math.max(1, size)) * 100) : undefined;
  return (
    <div
      className="bar col-span-2 mt-1 mb-0.5"
      role="progressbar"
      aria-label={name}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      data-broke={broke === undefined ? undefined : ""}
      style={{ "--v": percent, "--at": broke }}
    />
  );
}

/** Bytes sent, without the unit where it is that of the whole: "11.4 / 18.4MB", "640kB / 18.4MB". */
function sentOf(sent: number, size: number, locale: string): string {
  const unit = /[kMG]B$/;
  const [done, whole] = [formatBytes(sent, locale), formatBytes(size, locale)];
  return unit.exec(done)?.[0] === unit.exec(whole)?.[0] ? done.replace(/\s?[kMG]B$/, "") : done;
}

/** A file on its way: waiting, sending, paused, resuming, stalled while the line is gone, received (回), refused with what to do. `act`: one link-button; `note`: more, below. */
export function UploadRow({
  name,
  size,
  upload,
  act,
  note,
}: {
  name: string;
  size: number;
  upload: UploadState;
  act?: ReactNode;
  note?: ReactNode;
}) {
  const t = useTranslations("ui.upload");
  const locale = useLocale();
  const duration = useDuration();
  const moving = "sent" in upload;
  const words = {
    waiting: (upload.state === "waiting" && upload.words) || t("waiting"),
    sending:
      upload.state === "sending" && upload.secondsLeft !== undefined
        ? t("sendingLeft", { time: duration(upload.secondsLeft) })
        : t("sending"),
    paused: t("paused"),
    resuming: t("resuming"),
    stalled: t("stalled"),
    received: t("received"),
    refused: "",
  }[upload.state];
  return (
    <li
      className={`grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-[3px] py-3.5 leading-[1.5] hair-b ${upload.state === "refused" ? "border-l-(length:--double) border-l-seal pl-3.5" : ""}`}
    >
      <span className="font-medium">{name}</span>
      <span className="self-center text-right text-small whitespace-nowrap text-ink-2">
        {moving ? `${sentOf(upload.sent, size, locale)} / ` : ""}
        {formatBytes(size, locale)}
      </span>
      {moving && <Progress name={name} size={size} upload={upload} />}
      {upload.state === "refused" ? (
        <div className="col-span-2 text-small">
          <FieldError>{upload.reason}</FieldError>
          {upload.help}
        </div>
      ) : (
        <div className="col-span-2 flex items-baseline justify-between gap-4 text-small text-ink-2">
          <span className={"brokeAt" in upload ? "text-ink" : ""}>
            {upload.state === "received" && <span className="hui mr-2" />}
            {words}
            {"brokeAt" in upload && (
              <>
                <br className="hidden narrow:block" />
                {isChinese(locale) ? "" : " "}
                {t("resumingNote")}
              </>
            )}
          </span>
          {act && <span className="flex-none whitespace-nowrap">{act}</span>}
        </div>
      )}
      {note && <div className="col-span-2 text-small text-ink-2">{note}</div>}
    </li>
  );
}

/** The list the rows stand in. */
export function UploadList({ children }: { children: ReactNode }) {
  const t = useTranslations("ui.upload");
  return (
    <ul className="mt-4 rule-t" aria-label={t("list")}>
      {children}
    </ul>
  );
}
