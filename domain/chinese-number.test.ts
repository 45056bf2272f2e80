import { expect, it } from "vitest";
import { chineseNumber } from "./chinese-number";

it.each([
  ["十", 10],
  ["二十", 20],
  ["二十一", 21],
  ["两", 2],
  ["一百零五", 105],
  ["三百二十", 320],
  ["零", 0],
  ["", null],
  ["很多", null],
  ["二三", null],
])("reads %s as %s", (text, value) => expect(chineseNumber(text)).toBe(value));
