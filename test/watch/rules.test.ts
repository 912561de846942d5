import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { METRICS, type Metric } from '@huiyin/ports/metrics.ts'
import { parser } from '@prometheus-io/lezer-promql'
import t from 'tap'
import { parse } from 'yaml'
import { exposedNames } from './exposed.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

type Rule = {
  alert: string
  expr: string
  for?: string
  labels: { severity: string }
  annotations: { summary: string; summary_zh: string; runbook_url: string }
}
type Panel = { title: string; type: string; targets?: { expr: string }[] }

const rules = (parse(read('infra/prometheus/rules/huiyin.yaml')).groups as { rules: Rule[] }[]).flatMap(
  ({ rules }) => rules
)
const dashboards = readdirSync(join(ROOT, 'infra/grafana/dashboards')).map(file => ({
  file,
  ...(JSON.parse(read(`infra/grafana/dashboards/${file}`)) as { uid: string; panels: Panel[] })
}))
const panels = dashboards.flatMap(({ file, panels }) => panels.map(panel => ({ file, ...panel })))
const expressions = [
  ...rules.map(({ alert, expr }) => ({ of: alert, expr })),
  ...panels.flatMap(({ file, title, targets = [] }) => targets.map(({ expr }) => ({ of: `${file}: ${title}`, expr })))
]

/** Where it is no PromQL; Grafana's own variables stand for a duration. */
function faultsIn(expr: string): string[] {
  const text = expr.replaceAll('$__rate_interval', '5m')
  const faults: string[] = []
  parser.parse(text).iterate({
    enter: ({ type, from }) => {
      if (type.isError) faults.push(text.slice(from, from + 30))
    }
  })
  return faults
}

const namesIn = (expr: string) => [...new Set(expr.match(/\b(?:huiyin_[a-z0-9_]+|ALERTS)\b/g) ?? [])]
const selectorsIn = (expr: string) => Array.from(expr.matchAll(/\b(huiyin_[a-z0-9_]+)\{([^}]*)\}/g))

/** The metric behind `_bucket`, `_sum` and `_count`. */
const baseOf = (name: string) => name.replace(/^huiyin_/, '').replace(/_(bucket|sum|count)$/, '')
/** Beside those of the metric: what Prometheus and histograms add. */
const ADDED = new Set(['job', 'instance', 'service', 'le', 'alertname', 'alertstate'])

t.test('rules and dashboards', async t => {
  t.test('are PromQL', async t => {
    for (const { of, expr } of expressions) t.same(faultsIn(expr), [], of)
    t.not(faultsIn('sum by (rate(x[5m])').length, 0, 'what is none is found')
  })

  t.test('name nothing but what the processes expose', async t => {
    const exposed = await exposedNames()
    for (const { of, expr } of expressions)
      for (const name of namesIn(expr)) t.ok(name === 'ALERTS' || exposed.has(name), `${name} in ${of}`)
    t.notOk(exposed.has('huiyin_batches_total'), 'what is not exposed is found')
  })

  t.test('choose and group by labels that the metrics have', async t => {
    for (const { of, expr } of expressions)
      for (const [, name, matchers] of selectorsIn(expr)) {
        const metric = baseOf(name!) as Metric
        if (!(metric in METRICS)) continue
        const labels = new Set<string>([...METRICS[metric].labels, ...ADDED])
        for (const [, label] of matchers!.matchAll(/([a-z_]+)\s*(?:=~|!~|!=|=)/g))
          t.ok(labels.has(label!), `${label} of ${name} in ${of}`)
      }
  })

  t.test('have a severity, words in both languages, and a section that says what to do', async t => {
    const runbooks = read('docs/runbooks.md')
    const sections = new Set(Array.from(runbooks.matchAll(/^## (\w+)$/gm), ([, name]) => name!))
    const called = new Set(rules.map(({ alert }) => alert))
    t.equal(called.size, rules.length, 'no two of one name')
    for (const { alert, labels, annotations } of rules) {
      t.match(alert, /^Huiyin[A-Z][A-Za-z]+$/)
      t.ok(['warning', 'critical'].includes(labels.severity), alert)
      t.match(annotations.summary, /[a-z]{3}/, alert)
      t.match(annotations.summary_zh, /\p{Script=Han}/u, alert)
      t.equal(annotations.runbook_url, `docs/runbooks.md#${alert.toLowerCase()}`)
      t.ok(sections.has(alert), `${alert} has a section`)
    }
    for (const section of sections) t.ok(called.has(section), `${section} is an alert`)
    for (const part of runbooks.split(/^## /m).slice(1))
      for (const word of ['**Means**', '**Look**', '**Do**']) t.match(part, word, part.slice(0, 30))
  })

  t.test('are tested: each rule fires in one test of promtool’s, and none while all is well', async t => {
    const { tests } = parse(read('infra/prometheus/tests/huiyin_test.yaml')) as {
      tests: { name: string; promql_expr_test: { expr: string; exp_samples: object[] }[] }[]
    }
    t.match(tests[0], { promql_expr_test: [{ expr: 'count(ALERTS)', exp_samples: [] }] })
    for (const { alert } of rules) {
      const one = tests.find(({ name }) => name === `${alert} fires`)
      t.match(one?.promql_expr_test, [{ expr: new RegExp(`alertname="${alert}",alertstate="firing"`) }], alert)
      t.equal(one?.promql_expr_test[0]?.exp_samples.length, 1, alert)
    }
  })

  t.test('leave nothing of the catalogue unseen', async t => {
    const shown = new Set(expressions.flatMap(({ expr }) => namesIn(expr).map(baseOf)))
    const unseen = Object.keys(METRICS).filter(name => !shown.has(name))
    t.same(unseen, ['readings_failed_total'])
  })
})
