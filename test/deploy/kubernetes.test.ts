import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { checkListening } from '@huiyin/api/listening.ts'
import t from 'tap'
import { parse } from 'yaml'
import { allManifests, type Kustomization, type Manifest, manifestsIn, missing, validate } from './manifests.ts'
import { ROOT, readRoot } from './root.ts'

const OURS = ['scribe', 'webhooks', 'alerter', 'analyst', 'api', 'responder', 'desk', 'classifier', 'collector']
const files = allManifests()
const all = files.flatMap(({ manifests }) => manifests)
const named = (kind: string) => all.filter(one => one.kind === kind).map(({ metadata: { name } }) => name)
const isKustomize = ({ apiVersion }: Manifest) => apiVersion.startsWith('kustomize.config.k8s.io/')

interface Container {
  name: string
  image?: string
  args?: string[]
  env?: { name: string; value: string }[]
  volumeMounts?: { name: string; mountPath: string }[]
  securityContext?: object
  resources?: object
}

interface PodSpec {
  securityContext: object
  containers: Container[]
}

const templateOf = ({ spec }: Manifest) => (spec as { template: { spec: PodSpec } }).template.spec

t.test('the manifests', async t => {
  t.test('are what Kubernetes, KEDA and the Prometheus Operator take', async t => {
    for (const { file, manifests } of files)
      for (const manifest of manifests.filter(one => !isKustomize(one) && !file.endsWith('/pod.yaml')))
        await t.resolves(validate(manifest), `${file} ${manifest.kind} ${manifest.metadata.name}`)
    const wrong = { ...all.find(({ kind }) => kind === 'Deployment')!, spec: { replicas: 'two' } }
    await t.rejects(validate(wrong), 'what is none is seen')
  })

  t.test('name only files that are there', async t => {
    for (const { file, manifests } of files)
      for (const one of manifests.filter(isKustomize)) t.same(missing(file, one as Kustomization), [], file)
  })

  t.test('run every service, each so that one can always be taken away', async t => {
    t.same(
      named('Deployment')
        .filter(name => name !== 'every-service')
        .sort(),
      [...OURS].sort()
    )
    t.same(named('PodDisruptionBudget').sort(), [...OURS].sort())
    for (const deployment of all.filter(
      ({ kind, metadata }) => kind === 'Deployment' && OURS.includes(metadata.name)
    )) {
      const { replicas, template } = deployment.spec as {
        replicas: number
        template: { spec: { containers: Container[] } }
      }
      const [container] = template.spec.containers
      t.same([container!.name, container!.args], ['huiyin', [deployment.metadata.name]])
      t.ok(replicas >= 2 && container!.resources, deployment.metadata.name)
    }
  })

  t.test('give every pod a user that is not root, a file system that is read only, and probes', async t => {
    const pod = files.find(({ file }) => file.endsWith('base/pod.yaml'))!.manifests[0]!
    t.match(pod.spec, {
      template: {
        spec: {
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              livenessProbe: { httpGet: { path: '/healthz' } },
              readinessProbe: { httpGet: { path: '/readyz' } },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] }
              }
            }
          ]
        }
      }
    })
  })

  t.test('take a backup every night, one at a time, as safely as any service runs', async t => {
    const { spec } = all.find(({ kind, metadata }) => kind === 'CronJob' && metadata.name === 'backup')!
    const { jobTemplate, ...when } = spec as { jobTemplate: { spec: { template: { spec: PodSpec } } } }
    t.match(when, { schedule: '30 2 * * *', timeZone: 'Asia/Shanghai', concurrencyPolicy: 'Forbid' })
    const pod = jobTemplate.spec.template.spec
    const service = templateOf(files.find(({ file }) => file.endsWith('base/pod.yaml'))!.manifests[0]!)
    t.same(pod.securityContext, service.securityContext)
    const [backup, other] = [pod.containers[0]!, service.containers[0]!]
    t.same([backup.name, backup.image, backup.args], [other.name, other.image, ['backup']])
    t.same(backup.securityContext, other.securityContext)
    const given = Object.fromEntries(backup.env!.map(({ name, value }) => [name, value]))
    t.match(await readSettings({ ...given, HUIYIN_DATA: t.testdir({}) }), { backupKeyFile: '/run/huiyin/backup.key' })
    const { manifests } = files.find(({ file }) => file.endsWith('components/backup/kustomization.yaml'))!
    const [settings] = (manifests[0] as Kustomization).configMapGenerator!
    t.match(settings, { name: 'huiyin-settings', behavior: 'merge', literals: ['HUIYIN_BACKUP=/backup'] })
    t.match(backup.volumeMounts, [{}, {}, { name: 'backup', mountPath: '/backup' }])
  })

  t.test('let nothing in and out that is not named', async t => {
    const policies = all.filter(({ kind }) => kind === 'NetworkPolicy')
    t.match(policies.find(({ metadata }) => metadata.name === 'nothing')!.spec, {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress']
    })
    const inward = policies.flatMap(({ spec }) => (spec as { ingress?: { from?: unknown[] }[] }).ingress ?? [])
    t.ok(inward.length > 0 && inward.every(({ from }) => from && from.length > 0), 'nobody is let in from anywhere')
  })

  t.test('scale by what waits in the very groups that the services read as', async t => {
    const waiting = all
      .filter(({ kind }) => kind === 'ScaledObject')
      .flatMap(({ spec }) => (spec as { triggers: { metadata: Record<string, string> }[] }).triggers)
    const groups = { classifier: 'comments', desk: 'classified', scribe: 'events' }
    t.same(
      waiting.map(({ metadata }) => [metadata.topic, metadata.consumerGroup]),
      Object.entries(groups).map(([group, topic]) => [`huiyin.${topic}`, `huiyin.${topic}.${group}`])
    )
    for (const group of Object.keys(groups)) {
      const source = ['src/run.ts', 'src/main.ts'].map(file => readRoot(`services/${group}/${file}`)).join('\n')
      t.match(source, `group: '${group}'`)
    }
  })

  t.test('set what the house knows, and no secret', async t => {
    const lines = readRoot('infra/kubernetes/base/settings.env')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'))
    const given = Object.fromEntries(
      lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
    )
    const folder = t.testdir({ 'kafka-password': 'p', 'store-api-key': 'aGV5aGV5aGV5', 'secret.keys': '' })
    const here = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, String(value).replace('/run/huiyin', folder)])
    )
    const settings = await readSettings({ ...here, HUIYIN_DATA: folder, HUIYIN_KEY_FILE: join(folder, 'none') })
    t.doesNotThrow(() => checkListening(settings))
    t.same(
      Object.keys(given).filter(name => /(PASSWORD|KEY|SECRET)$/.test(name)),
      []
    )
    t.same(named('Secret'), [])
  })
})

t.test('a new version goes to readers before those whose words they read', async t => {
  const order = /for service in ([^;]+);/.exec(readRoot('infra/kubernetes/roll.sh'))![1]!.split(' ')
  t.same(order, OURS)
  for (const [reader, writer] of [
    ['scribe', 'desk'],
    ['webhooks', 'desk'],
    ['desk', 'classifier'],
    ['analyst', 'classifier'],
    ['classifier', 'collector']
  ])
    t.ok(order.indexOf(reader!) < order.indexOf(writer!), `${reader} before ${writer}`)
})

const kubectl = (() => {
  try {
    return /v5|v[6-9]/.test(execFileSync('kubectl', ['version', '--client', '--output=yaml'], { encoding: 'utf8' }))
  } catch {
    return false
  }
})()

t.test('what kustomize makes of them', { skip: !kubectl && 'kubectl is not there' }, async t => {
  const render = (path: string) => execFileSync('kubectl', ['kustomize', path], { encoding: 'utf8' })
  for (const overlay of ['province', 'demo']) {
    const made = manifestsIn(render(join(ROOT, 'infra/kubernetes/overlays', overlay)))
    for (const one of made) await t.resolves(validate(one), `${overlay} ${one.kind} ${one.metadata.name}`)
    for (const { kind, metadata, spec } of made.filter(({ kind }) => /Deployment|StatefulSet/.test(kind))) {
      const { template } = spec as { template: { spec: PodSpec } }
      t.match(template.spec.securityContext, { runAsNonRoot: true }, `${kind} ${metadata.name}`)
      for (const { image, securityContext, resources } of template.spec.containers) {
        t.match(image, /^registry\.example\.gov\.cn\/huiyin:\d/)
        t.match(securityContext, { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false })
        t.ok(resources)
      }
    }
  }

  t.test('with processor load in place of the lag, too', async t => {
    const folder = mkdtempSync(join(ROOT, 'infra/kubernetes/overlays/.try-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    const of = parse(readRoot('infra/kubernetes/overlays/province/kustomization.yaml'))
    const resources = ['../../base']
    writeFileSync(
      join(folder, 'kustomization.yaml'),
      JSON.stringify({ ...of, resources, components: ['../../components/hpa'] })
    )
    const made = manifestsIn(render(folder))
    t.equal(made.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').length, 2)
    for (const one of made) await t.resolves(validate(one), `${one.kind} ${one.metadata.name}`)
  })
})
