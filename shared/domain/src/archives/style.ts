export const STYLE = `body { font: 15px/1.6 system-ui, "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 90em; padding: 1em 2em; color: #1f2329; }
h1 { font-size: 1.6em; } h2 { font-size: 1.25em; margin: 2em 0 .4em; } small { color: #646a73; font-weight: normal; }
a { color: #1456f0; } nav { padding: .6em 0; border-bottom: 1px solid #dee0e3; }
form { display: flex; flex-wrap: wrap; gap: .6em; margin: .6em 0; }
input, select, button { font: inherit; padding: .3em .6em; border: 1px solid #bbbfc4; border-radius: 4px; background: #fff; }
input { min-width: 16em; } button { background: #1456f0; border-color: #1456f0; color: #fff; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #dee0e3; padding: .3em .5em; text-align: left; vertical-align: top; }
th { background: #f5f6f7; white-space: nowrap; } td.long { min-width: 18em; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { form { display: none; } }
`
