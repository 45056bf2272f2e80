import { useTranslations } from "next-intl";
import { UploadList, UploadRow } from "@/components/case/upload-row";
import { Steps } from "@/components/ui/ask-bar";
import { Button, LinkButton } from "@/components/ui/button";
import { RadioRows, Tick, TickList } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextInput } from "@/components/ui/field";
import { EmptyState, Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { Panes, Piece } from "./panes";

const MB = 1_000_000;

function Uploads() {
  const t = useTranslations("patterns");
  const u = useTranslations("ui.upload");
  const act = (words: string) => (
    <Button kind="link" type="button">
      {words}
    </Button>
  );
  return (
    <UploadList>
      <UploadRow name={t("fileChat")} size={1.2 * MB} upload={{ state: "received" }} act={act(u("remove"))} />
      <UploadRow
        name={t("fileCall")}
        size={18.4 * MB}
        upload={{ state: "sending", sent: 11.4 * MB, secondsLeft: 40 }}
        act={act(u("pause"))}
      />
      <UploadRow
        name={t("fileScreen")}
        size={46.8 * MB}
        upload={{ state: "resuming", sent: 34 * MB, brokeAt: 30.9 * MB }}
        act={act(u("pause"))}
      />
      <UploadRow name={t("fileLetter")} size={0.4 * MB} upload={{ state: "paused", sent: 0.1 * MB }} act={act(u("resume"))} />
      <UploadRow name={t("fileBill")} size={0.6 * MB} upload={{ state: "waiting" }} />
      <UploadRow
        name={t("fileScan")}
        size={6.1 * MB}
        upload={{ state: "refused", reason: t("fileRefused"), help: t("fileHelp") }}
      />
    </UploadList>
  );
}

/** Fields, choices, errors, buttons, files. */
export function FormPart() {
  const t = useTranslations("patterns");
  return (
    <Panes>
      {(p) => (
        <>
          <Piece name={t("buttons")}>
            <p className="flex flex-wrap items-center gap-4">
              <Button type="button">{t("continue")}</Button>
              <Button type="button" kind="plain">
                {t("back")}
              </Button>
              <Button type="button" busy>
                {t("busy")}
              </Button>
              <Button type="button" kind="link">
                {t("linkButton")}
              </Button>
            </p>
            <p className="mt-4">
              <LinkButton href="/patterns" big block>
                {t("bigButton")}
              </LinkButton>
            </p>
          </Piece>
          <Piece name={t("fields")}>
            <div className="grid gap-5">
              <TextInput
                id={`${p}-ref`}
                name="ref"
                label={t("reference")}
                hint={t("referenceHint")}
                inputMode="numeric"
                beside={
                  <Button type="button" kind="plain">
                    {t("look")}
                  </Button>
                }
              />
              <TextInput
                id={`${p}-secret`}
                name="secret"
                label={t("secret")}
                error={t("secretError")}
                defaultValue="K7M2 QX9T 4RB"
              />
              <Select
                id={`${p}-channel`}
                name="channel"
                label={t("channel")}
                empty
                optional
                options={[
                  { value: "app", label: "App" },
                  { value: "phone", label: t("phone") },
                ]}
              />
              <TextArea id={`${p}-words`} name="words" label={t("ownWords")} max={2000} rows={3} />
            </div>
          </Piece>
          <Piece name={t("errors")}>
            <ErrorSummary focus={false} errors={[{ id: `${p}-secret`, message: t("secretError") }, { message: t("pickOne") }]} />
          </Piece>
          <Piece name={t("choices")}>
            <Steps step={2} of={8} />
            <TickList
              id={`${p}-what`}
              name="what"
              legend={t("whatHappened")}
              hint={t("whatHint")}
              groups={[
                {
                  title: t("cannotReach"),
                  choices: [
                    { value: "a", label: t("noButton"), note: t("noButtonNote") },
                    { value: "b", label: t("stillRobot"), checked: true },
                  ],
                },
                { title: t("tooLong"), choices: [{ value: "d", label: t("queue"), note: t("queueNote"), checked: true }] },
              ]}
            />
          </Piece>
          <Piece name={t("radio")}>
            <RadioRows
              id={`${p}-who`}
              name={`${p}-who`}
              legend={t("forWhom")}
              error={t("pickOne")}
              groups={[
                {
                  choices: [
                    { value: "self", label: t("myself") },
                    { value: "family", label: t("family"), checked: true },
                  ],
                },
              ]}
            />
          </Piece>
          <Piece name={t("consent")}>
            <Tick id={`${p}-consent`} name="consent" label={t("consentWords")} note={t("consentNote")} />
          </Piece>
          <Piece name={t("uploads")}>
            <Uploads />
          </Piece>
          <Piece name={t("notices")}>
            <div className="grid gap-4">
              <Notice small>{t("noticeCalm")}</Notice>
              <Notice tone="ink" title={t("noticeInkTitle")}>
                {t("noticeInk")}
              </Notice>
              <Notice tone="bound">{t("noticeBound")}</Notice>
            </div>
          </Piece>
          <Piece name={t("empty")}>
            <EmptyState
              looked={t("emptyLooked")}
              nearest={t.rich("emptyNearest", { a: (chunks) => <a href="#empty">{chunks}</a> })}
              meaning={t("emptyMeaning")}
            />
          </Piece>
        </>
      )}
    </Panes>
  );
}
