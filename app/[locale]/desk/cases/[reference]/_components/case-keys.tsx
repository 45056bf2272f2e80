import { useTranslations } from "next-intl";
import { KeysBar } from "@/components/ui/keys";
import type { Action } from "@/domain/procedure";
import { HelpSheet } from "../../../_components/help-sheet";

/** Keys of the case in its foot: those of what one may do now; all of them on the sheet. */
export function CaseKeys({ may, bound, officer }: { may: readonly Action[]; bound: boolean; officer: boolean }) {
  const t = useTranslations("desk.caseKeys");
  const help = useTranslations("desk.help");
  const acts: { key: string; when: Action | null; caps: string[] }[] = [
    { key: "accept", when: "accept", caps: ["A"] },
    { key: "supplement", when: "request_supplement", caps: ["S"] },
    { key: "decline", when: "decline", caps: ["D"] },
    ...(bound ? [] : [{ key: "bind", when: "bind_company" as const, caps: ["B"] }]),
    { key: "sign", when: "sign_ruling", caps: ["G"] },
    { key: "back", when: "return_ruling", caps: ["B"] },
    { key: "pause", when: may.includes("pause_decision") ? "pause_decision" : "pause_acceptance", caps: ["P"] },
    { key: "extend", when: "extend_decision", caps: ["E"] },
    { key: "evidence", when: null, caps: ["V"] },
    { key: "note", when: "add_note", caps: ["N"] },
    ...(officer ? [{ key: "mine", when: "assign" as const, caps: ["M"] }] : []),
  ];
  const open = acts.filter((a) => a.when === null || may.includes(a.when));
  const ruling = may.includes("draft_ruling")
    ? [
        { caps: ["J", "K"], words: t("move") },
        { caps: ["1", "2", "3", "4"], words: t("outcome") },
        { caps: ["T"], words: t("tier") },
        { caps: ["F"], words: t("facts") },
        { caps: ["R"], words: t("reasons") },
        { caps: ["G"], words: t("send") },
        { caps: ["C"], words: t("allege") },
      ]
    : [];
  const drafted = may.includes("send_draft")
    ? [
        { caps: ["W"], words: t("result") },
        { caps: ["Y"], words: t("confirm") },
      ]
    : [];
  return (
    <KeysBar
      keys={[
        ...[...ruling, ...drafted].map((k) => ({ key: k.words, keys: k.caps, words: k.words })),
        ...open.map((a) => ({ key: a.key, keys: a.caps, words: t(a.key as "accept") })),
      ].slice(0, 9)}
      after={
        <HelpSheet
          title={help("title")}
          close={help("close")}
          open={t("help")}
          groups={[
            { title: help("where.case"), keys: open.map((a) => ({ caps: a.caps, words: t(a.key as "accept") })) },
            ...(ruling.length > 0 ? [{ title: help("where.ruling"), keys: ruling }] : []),
            ...(drafted.length > 0
              ? [
                  {
                    title: help("where.redaction"),
                    keys: [...drafted, { caps: ["H"], words: t("hide") }, { caps: ["Delete"], words: t("unhide") }],
                  },
                ]
              : []),
            {
              title: help("where.anywhere"),
              keys: [
                { caps: ["/"], words: t("find") },
                { caps: ["?"], words: t("help") },
                { caps: ["Esc"], words: help("close") },
              ],
            },
          ]}
        />
      }
    />
  );
}
