import { describe, expect, it } from 'vitest';
import { exampleOf, withInEveryString } from '../example.fixture.ts';
import { reviewAsHtml } from './page.ts';

const { review, chart } = exampleOf();
const page = reviewAsHtml(review, chart);

const idsOf = (markup: string): string[] => [...markup.matchAll(/ id="([^"]*)"/g)].flatMap((match) => match[1] ?? []);

describe('reviewAsHtml', () => {
  it('is the same twice, byte for byte', () => {
    const again = exampleOf();
    expect(reviewAsHtml(again.review, again.chart)).toBe(page);
  });

  it('has no id twice, and every link within the page leads to one', () => {
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].flatMap((match) => match[1] ?? []);
    expect(targets.length).toBeGreaterThan(50);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('leads from each citation of a note to the words in it', () => {
    const marks = idsOf(page).filter((id) => /^s\d+-\d+$/.test(id));
    const marked = [...page.matchAll(/<mark id="(s\d+-\d+)">([^<]+)<\/mark>/g)];
    expect(marks.length).toBeGreaterThan(5);
    // A place inside another one is an empty anchor in it.
    expect(marked.length).toBeGreaterThan(marks.length / 2);
  });

  it('holds no markup of the record, whatever its strings hold', () => {
    const attack = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const hostile = reviewAsHtml(withInEveryString(review, attack), withInEveryString(chart, attack), {
      back: '/',
      resources: '/patients/x/resources',
    });
    expect(hostile.match(/<script/g)).toHaveLength(1);
    expect(hostile).not.toContain('<img');
    expect(hostile).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    // Nothing leaves an attribute: between two tags that follow each other every quote is in pairs.
    for (const [tag] of hostile.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '').matchAll(/<[a-z][^<>]*>/g)) {
      expect(tag.split('"').length % 2, tag).toBe(1);
    }
  });

  it('loads nothing from anywhere, and lets only its own script run', () => {
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page).toContain(
      'http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-',
    );
    expect(page).not.toMatch(/ style="| on[a-z]+="/);
  });

  it('offers accept, reject and refine for each condition and option', () => {
    const raised = review.differential.filter(({ documented }) => !documented);
    const decisions = page.match(/<fieldset class="decide">/g) ?? [];
    const referrals = review.options.filter(({ kind }) => kind === 'refer').length;
    expect(decisions.length).toBeGreaterThanOrEqual(raised.length + review.options.length - referrals);
    const groups = new Set([...page.matchAll(/type="radio" name="([^"]*)"/g)].map((match) => match[1]));
    expect(groups.size).toBe(decisions.length);
  });

  it('tells where a cited resource came from, when the resource says so', () => {
    const origin = 'urn:hl7v2:lab&hub#OBX[2]';
    const events = chart.events.map((event) => ({ ...event, source: { ...event.source, origin } }));
    expect(reviewAsHtml(review, { ...chart, events })).toContain('from <code>urn:hl7v2:lab&amp;hub#OBX[2]</code>');
    expect(page).not.toContain(', from <code>');
  });

  it('says so when nothing stands out', () => {
    const empty = { ...review, clues: [], differential: [], nextSteps: [], options: [], trends: [], risks: [] };
    expect(reviewAsHtml(empty, chart)).toContain('Nothing in this record stands out.');
  });

  it('links years and whole resources only where a server gives their addresses', () => {
    expect(page).not.toContain('whole resource');
    const served = reviewAsHtml(review, chart, {
      dates: [
        { day: '2016-12-31', href: '?as-of=2016-12-31' },
        { day: '2017-12-31', href: '?as-of=2017-12-31' },
      ],
      resources: '/r',
    });
    expect(served).toContain('<a href="?as-of=2017-12-31" aria-current="page">2017</a>');
    expect(served).toContain('<a href="?as-of=2016-12-31">2016</a>');
    expect(served).toMatch(/<a href="\/r\/Observation\/[^"]+">whole resource/);
  });
});
