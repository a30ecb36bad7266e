/** Messages for tests. Every person in them is invented. */
export const PID = 'PID|1||990001^^^TESTHOSP^MR||Testfall^Elise^Q||19581104|F|||1 Example Way^^Springfield^IL^62701';

/** A message of some segments, each line one; `head` takes the place of parts of its MSH. */
export function message(
  segments: string,
  { type = 'ORU^R01', control = 'M1', time = '20240301120000-0500', charset = '' } = {},
): string {
  const header = `MSH|^~\\&|LAB|TESTHOSP|PROD|PROV|${time}||${type}|${control}|P|2.5.1||||||${charset}`;
  return [header, ...segments.trim().split('\n')].map((line) => `${line.trim()}\r`).join('');
}

/** An order with some OBX. */
export const order = (
  obx: string,
  obr = 'OBR|1|P1|F1|58410-2^CBC^LN|||20240301090000-0500|||||||||||||||||HM|F',
): string => `${PID}\n${obr}\n${obx}`;
