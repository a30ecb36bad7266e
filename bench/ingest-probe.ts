/** Reads one path in a process of its own and prints patients, seconds and peak resident memory as JSON. */
import { readCharts } from '../src/chart/index.ts';

const [path = ''] = process.argv.slice(2);
const start = performance.now();
let patients = 0;
for await (const chart of readCharts(path)) if (chart.events.length > 0) patients++;
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ patients, seconds, peakMb: process.resourceUsage().maxRSS / 1024 }));
