import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { ROOT, readRoot } from './root.ts'

export interface Manifest {
  apiVersion: string
  kind: string
  metadata: { name: string; labels?: Record<string, string> }
  [key: string]: unknown
}

const HOME = 'infra/kubernetes'

/** The documents of a YAML text. */
export const manifestsIn = (text: string): Manifest[] =>
  parseAllDocuments(text).map(document => {
    if (document.errors.length > 0) throw document.errors[0]
    return document.toJS() as Manifest
  })

/** Every YAML file of the manifests, with its documents. */
export function allManifests(folder = HOME): { file: string; manifests: Manifest[] }[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap(entry => {
    const file = `${folder}/${entry.name}`
    if (entry.isDirectory()) return allManifests(file)
    return entry.name.endsWith('.yaml') ? [{ file, manifests: manifestsIn(readRoot(file)) }] : []
  })
}

/** Checks one against the schema of its kind: Kubernetes' own, KEDA's, the Prometheus Operator's. Throws what is wrong. */
export async function validate(manifest: Manifest): Promise<void> {
  const { apiVersion, kind } = manifest
  const known = await import(`${packageOf(apiVersion)}/${apiVersion}`)
  const Model = known[kind]
  if (!Model) throw new Error(`${apiVersion} has no ${kind}`)
  new Model(manifest).validate()
}

function packageOf(apiVersion: string): string {
  if (apiVersion.startsWith('keda.sh/')) return '@kubernetes-models/keda'
  if (apiVersion.startsWith('monitoring.coreos.com/')) return '@kubernetes-models/prometheus-operator'
  return 'kubernetes-models'
}

/** What a kustomization names and is not there. */
export function missing(file: string, { resources, components, patches, configMapGenerator }: Kustomization): string[] {
  const named = [
    ...(resources ?? []),
    ...(components ?? []),
    ...(patches ?? []).flatMap(({ path }) => path ?? []),
    ...(configMapGenerator ?? []).flatMap(({ envs }) => envs ?? [])
  ]
  return named.filter(name => !existsSync(join(ROOT, file, '..', name)))
}

export interface Kustomization {
  resources?: string[]
  components?: string[]
  patches?: { path?: string }[]
  configMapGenerator?: { name: string; behavior?: string; envs?: string[]; literals?: string[] }[]
}
