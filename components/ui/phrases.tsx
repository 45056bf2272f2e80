import { Fragment } from "react";

/** Closing marks after which a heading may break; what follows begins a new phrase. */
const AFTER = /(?<=[，。；：、？！）》」』…])(?![，。；：、？！）》」』”’…])|(?<=[，。；：？！]”)/u;
const HAN = /\p{Script=Han}/u;
const DIGIT = /\d$/u;
/** Particles and measure words that never begin a line. */
const CLINGS = /^[的了着过地得吗呢吧啊们个日天件次家条项份秒分时后前内外里中上下第，。；：、？！）》」』”’]/u;
/** Marks that never end one. */
const OPENS = /[（《「『“‘]$/u;
/** Characters of a phrase above which it may also break between words. */
const LONG = 8;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** A long phrase falls into words; numbers stay with what they count, particles with what they follow. */
function words(phrase: string): string[] {
  const out: string[] = [];
  for (const { segment } of segmenter.segment(phrase)) {
    const last = out.at(-1);
    const clings =
      last !== undefined &&
      (DIGIT.test(last) || OPENS.test(last) || CLINGS.test(segment) || /^\d/u.test(segment) || last.length < 2);
    if (clings) out[out.length - 1] = last + segment;
    else out.push(segment);
  }
  return out;
}

/** Where a Chinese heading may break: after punctuation, and between words where a phrase is longer than a phone is wide. */
export function phrasesOf(text: string): string[] {
  if (!HAN.test(text)) return [text];
  return text.split(AFTER).flatMap((phrase) => (phrase.length > LONG ? words(phrase) : [phrase]));
}

/** A heading that breaks between phrases only. For server components: the browser's word list may differ from the server's. */
export function Phrases({ text }: { text: string }) {
  const phrases = phrasesOf(text);
  if (phrases.length === 1) return <>{text}</>;
  return (
    <span className="phr">
      {phrases.map((phrase, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed text, cut once
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {phrase}
        </Fragment>
      ))}
    </span>
  );
}

/** "5个工作日", "30 working days": a number and its measure, kept together after punctuation. */
const COUNTED = /(?<=[，。；：、（《“]|^)(\d[\d,.]*(?:个工作日|個工作日|小时|小時|分钟|分鐘|日|天|秒|件|字|元))/u;

/** Running text in which a number at the beginning of a clause stays with its measure. */
export function KeepNumbers({ text }: { text: string }) {
  return (
    <>
      {text.split(COUNTED).map((part, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed text, cut once
          <span key={index} className="nb">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
