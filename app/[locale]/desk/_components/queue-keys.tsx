import { useTranslations } from "next-intl";
import { KeysBar } from "@/components/ui/keys";
import { type HelpGroup, HelpSheet } from "./help-sheet";

/** Keys of the queue in its foot, and the sheet with all of them. */
export function QueueKeys({ officer, done }: { officer: boolean; done: number }) {
  const t = useTranslations("desk.queue");
  const help = useTranslations("desk.help");
  const k = (key: string) => t(`keys.${key}` as "keys.move");
  const acts = officer
    ? [
        { key: "accept", keys: ["A"], words: k("accept") },
        { key: "supplement", keys: ["S"], words: k("supplement") },
        { key: "decline", keys: ["D"], words: k("decline") },
        { key: "mine", keys: ["M"], words: k("mine") },
      ]
    : [];
  const move = [
    { key: "move", keys: ["J", "K"], words: k("move") },
    { key: "pick", keys: ["X"], words: k("pick") },
    { key: "peek", keys: [k("space")], words: k("peek") },
    { key: "open", keys: [k("enter")], words: k("open") },
  ];
  const sheet: HelpGroup[] = [
    {
      title: help("where.queue"),
      keys: [
        ...move,
        ...acts,
        { keys: ["Z"], words: k("undo") },
        { keys: ["1", "…", "9"], words: k("views") },
        { keys: ["V"], words: k("keepView") },
        { keys: ["]"], words: t("more") },
      ].map((x) => ({ caps: x.keys, words: x.words })),
    },
    {
      title: help("where.anywhere"),
      keys: [
        { caps: ["/"], words: k("find") },
        { caps: ["?"], words: k("help") },
        { caps: ["Esc"], words: help("close") },
      ],
    },
  ];
  return (
    <KeysBar
      keys={[...move, ...acts]}
      after={
        <>
          <span className="mr-3">{t("done", { n: done })}</span>
          <HelpSheet title={help("title")} close={help("close")} open={k("help")} groups={sheet} />
        </>
      }
    />
  );
}
