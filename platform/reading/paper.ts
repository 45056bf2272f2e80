import { drawPaper, openPaper, textOfPage } from "../redaction/paper";
import { recognise } from "./ocr";

/** Pages without a text of their own (scans) that are read by eye: each takes some seconds. */
const MOST_SCANS = 10;
const LONGEST_PAGE = 20_000;

/** The text of each page of a PDF; scanned pages are read as pictures. Throws what pdf.js says of a broken file, or TooManyPages. */
export async function readPaper(original: Buffer): Promise<string[]> {
  const { paper, close } = await openPaper(original);
  const texts: string[] = [];
  try {
    for (let number = 1; number <= paper.numPages; number++) texts.push((await textOfPage(paper, number)).slice(0, LONGEST_PAGE));
  } finally {
    await close();
  }
  let scans = 0;
  for (const [i, text] of texts.entries()) {
    if (text.trim() !== "" || scans >= MOST_SCANS) continue;
    scans += 1;
    for await (const page of drawPaper(original, i)) {
      const read = await recognise("chi_sim", page.png);
      texts[i] = read.confidence > 50 ? read.text.replace(/(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])/g, "").trim() : "";
    }
  }
  return texts;
}
