/**
 * The faces and colours of a drawing. A page that shows drawings puts these lines into its style sheet; a drawing that
 * stands alone carries them itself. No `style` attribute anywhere: the site's content security policy forbids them.
 */
export const drawingStyles = `
.pd { font-family: 'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Arial, Helvetica, sans-serif; }
.pd-sheet { fill: #fff; }
.pd-name { font-size: 30px; font-weight: 700; fill: #16211c; }
.pd-use, .pd-foot { font-size: 13px; fill: #16211c; }
.pd-part { font-size: 15px; font-weight: 700; fill: #1f5c43; }
.pd-part-line { stroke: #1f5c43; stroke-width: 1.5; }
.pd-card { fill: #fbfaf6; stroke: #5c6b63; stroke-width: 1.2; }
.pd-ask .pd-card { fill: #eef4f8; stroke: #1d5f8a; }
.pd-approve .pd-card { fill: #eef4f8; stroke: #1d5f8a; stroke-dasharray: 5 3; }
.pd-refer .pd-card { fill: #fbeef1; stroke: #9c1f3b; stroke-width: 2.4; }
.pd-notify .pd-card { fill: #f3e9c9; stroke: #6b5a17; }
.pd-wait .pd-card { fill: #fff; stroke: #5c6b63; stroke-dasharray: 2 3; }
.pd-trigger .pd-card { stroke: #9c1f3b; stroke-width: 2.4; }
.pd-close .pd-card { fill: #1f5c43; stroke: #1f5c43; }
.pd-kind { font-size: 11.5px; fill: #3d4a43; }
.pd-title { font-size: 15px; font-weight: 700; fill: #16211c; }
.pd-words { font-size: 11.5px; fill: #16211c; }
.pd-never { font-size: 11.5px; font-weight: 700; fill: #9c1f3b; }
.pd-way { font-size: 11.5px; font-weight: 700; fill: #16211c; }
.pd-way-urgent { font-size: 11.5px; font-weight: 700; fill: #9c1f3b; }
.pd-close .pd-kind, .pd-close .pd-title, .pd-close .pd-words { fill: #fff; }
.pd-disc { fill: #16211c; }
.pd-refer .pd-disc { fill: #9c1f3b; }
.pd-number { font-size: 12px; font-weight: 700; fill: #fff; text-anchor: middle; }
.pd-line { fill: none; stroke: #3d4a43; stroke-width: 1.6; }
.pd-line-urgent { fill: none; stroke: #9c1f3b; stroke-width: 2.6; }
.pd-head { fill: #3d4a43; }
.pd-head-urgent { fill: #9c1f3b; }
`.trim()
