/** The style of a dataset's report: nothing is fetched, everything stands in the page. */
export const DATASET_STYLE = `:root{color-scheme:light dark;--line:#8884;--soft:#8881;--violation:#b3261e;--warning:#8a5a00;--info:#1d5fa8}
@media (prefers-color-scheme:dark){:root{--violation:#ff8a80;--warning:#ffc46b;--info:#8ec5ff}}
*{box-sizing:border-box}
body{font:1rem/1.55 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;line-height:1.25;margin:1rem 0 .5rem}h2{font-size:1.15rem;margin:2.5rem 0 .25rem}
h3{font-size:1.05rem;line-height:1.35;margin:0 0 .25rem;overflow-wrap:anywhere}
p{margin:.35rem 0;max-width:46rem}a{color:inherit}
.languages{display:flex;gap:.25rem 1rem;flex-wrap:wrap}
.languages label{cursor:pointer}
input[name=language]{accent-color:var(--info);margin:0 .35rem 0 0}
body:has(#french:checked) main[lang=en],body:has(#english:checked) main[lang=fr]{display:none}
section{border-left:.3rem solid var(--line);padding:.1rem 0 .1rem 1rem;margin:1.5rem 0}
.violation{border-color:var(--violation)}.warning{border-color:var(--warning)}.info{border-color:var(--info)}
.kind{font-size:.85rem;opacity:.8;overflow-wrap:anywhere}
caption{text-align:left;font-size:.85rem;opacity:.8;overflow-wrap:anywhere}
table{table-layout:fixed;border-collapse:collapse;width:100%;margin:.75rem 0;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600;font-size:.85rem}
th.row{width:5.5rem}th.column{width:16%}th.cell{width:26%}th.thing{width:18%}
td.remedy ul{margin:.25rem 0 0;padding-left:1.1rem}
.written{background:var(--soft);padding:.05rem .3rem;border-radius:.2rem}.empty{opacity:.75;font-style:italic}
summary{cursor:pointer;margin:.75rem 0}
@media (max-width:45rem){table,tbody,tr,td,caption{display:block}thead{display:none}section{padding-left:.75rem}
tr{border:1px solid var(--line);border-radius:.35rem;padding:.5rem .75rem;margin:.6rem 0}
td{border:0;padding:.15rem 0}td::before{content:attr(data-name) " ";font-weight:600;font-size:.85rem;margin-right:.35rem}}
@media print{.languages{display:none}section{break-inside:avoid-page}}`;
