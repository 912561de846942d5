import type { EntryBody, EntryView } from '@huiyin/schemas/api-register.ts'
import type { SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import type { EntryKind, EntryState } from '@huiyin/schemas/register.ts'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { paths } from '../api/types.ts'
import { useDecisionKey } from './decision-key.ts'
import { ApiProblem, api, told, within } from './http.ts'
import { learnNow } from './server-time.ts'

/** The register of violations, incidents, rewards and trainings, as the api tells of it. */

const PAGE = 50
const MINUTE = 60_000
const UPLOAD = 180_000 // ms: ten megabytes take their time

export type RegisterFilter = {
  kind?: EntryKind | undefined
  state?: EntryState | undefined
  subjectKind?: SubjectKind | undefined
  subject?: string | undefined
}

const said = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

export function useRegister(filter: RegisterFilter) {
  const query = useInfiniteQuery({
    queryKey: ['register', filter],
    queryFn: async ({ pageParam }) => {
      const asked = { atMost: PAGE, ...said(filter), ...(pageParam !== undefined && { after: pageParam }) }
      const page = await told(api.GET('/api/register', { params: { query: asked } }))
      learnNow(page.now)
      return page
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    refetchInterval: MINUTE
  })
  const pages = query.data?.pages ?? []
  return { ...query, rows: pages.flatMap(({ rows }) => rows) as EntryView[], total: pages[0]?.total ?? 0 }
}

const keyOf = (entry: string) => ['register-entry', entry]

export const useEntry = (entry: string) =>
  useQuery({
    queryKey: keyOf(entry),
    queryFn: () => told(api.GET('/api/register/{entry}', { params: { path: { entry } } })) as Promise<EntryView>
  })

/** Takes over what a change answered. */
function useTaking() {
  const client = useQueryClient()
  return (view: EntryView) => {
    client.setQueryData(keyOf(view.id), view)
    client.invalidateQueries({ queryKey: ['register'] })
  }
}

export function useEnter() {
  const { key, onSettled } = useDecisionKey()
  const take = useTaking()
  return useMutation({
    mutationFn: (body: EntryBody) =>
      told(api.POST('/api/register', { params: { header: { 'idempotency-key': key } }, body })) as Promise<EntryView>,
    onSuccess: take,
    onSettled
  })
}

type Body<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer B } } }
}
  ? B
  : never

/** What people do with an entry; `kind` is where it is posted under it. */
export type EntryAct =
  | { kind: 'evidence'; body: Body<'/api/register/{entry}/evidence'> }
  | { kind: 'rule'; body: Body<'/api/register/{entry}/rule'> }
  | { kind: 'drop'; body: Body<'/api/register/{entry}/drop'> }
  | { kind: 'appeal'; body: Body<'/api/register/{entry}/appeal'> }
  | { kind: 'answer'; body: Body<'/api/register/{entry}/answer'> }

/** `entry`: as the person saw it. */
export function useEntryAct({ id, n }: EntryView) {
  const { key, onSettled } = useDecisionKey()
  const client = useQueryClient()
  const take = useTaking()
  return useMutation({
    mutationFn: ({ kind, body }: EntryAct) => {
      const params = { path: { entry: id }, header: { 'idempotency-key': key, 'if-match': String(n) } }
      const path = `/api/register/{entry}/${kind}` as '/api/register/{entry}/drop' // an EntryAct fits its own; all answer alike
      return told(api.POST(path, { params, body: body as { why: string } })) as Promise<EntryView>
    },
    onSuccess: take,
    onError: error => {
      if (error instanceof ApiProblem && error.status === 409) client.invalidateQueries({ queryKey: keyOf(id) })
    },
    onSettled
  })
}

/** Each file with a key of its own: tried again it is added once. */
export function useAddEvidenceFile(entry: string) {
  const take = useTaking()
  return useMutation({
    mutationFn: ({ file, key }: { file: File; key: string }) =>
      told(
        api.POST('/api/register/{entry}/files', {
          params: { path: { entry }, header: { 'idempotency-key': key } },
          body: { file: file.name },
          bodySerializer: () => {
            const form = new FormData()
            form.append('file', file)
            return form
          },
          fetch: within(UPLOAD)
        })
      ) as Promise<EntryView>,
    onSuccess: take
  })
}
