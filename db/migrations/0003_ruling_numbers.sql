-- Public numbers of rulings: 2026-00142. Gaps are allowed, reuse is not.
CREATE SEQUENCE ruling_numbers START 1;
