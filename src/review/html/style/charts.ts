/** The drawings of the trends. */
export const CHARTS = `
.trends{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1.1rem 1.75rem}
details .trends{margin-top:.9rem}
figure{margin:0;max-width:30rem}
figcaption{font-size:.92rem;line-height:1.4}
figcaption .soft{color:var(--soft);font-size:.85rem}
figcaption .rising,figcaption .falling{color:var(--soft)}
svg.trend{display:block;width:100%;height:auto;margin-top:.15rem;overflow:visible}
svg.trend text{font-size:11px;font-variant-numeric:tabular-nums}
svg .band{fill:var(--band)}
svg .line{fill:none;stroke:var(--data);stroke-width:1.4;stroke-linejoin:round}
svg .p{fill:var(--data);stroke:var(--paper);stroke-width:1}
svg .p.out{fill:var(--alarm)}
svg a:hover .p{stroke:var(--ink)}
svg .tick{stroke:var(--line)}
svg .axis{fill:var(--soft)}
svg .first{fill:var(--soft);paint-order:stroke;stroke:var(--paper);stroke-opacity:.7;stroke-width:3px}
svg.trend .value{font-size:13px;font-weight:600;fill:var(--ink)}
.values>summary{font-size:.8rem;color:var(--soft)}
.values table{border-collapse:collapse;font-size:.82rem;font-variant-numeric:tabular-nums;margin-top:.2rem}
.values th{font-weight:400;color:var(--soft);text-align:left}
.values td,.values th{padding:.1rem 1rem .1rem 0}
.values .out td:nth-child(2){color:var(--alarm);font-weight:600}
`;
