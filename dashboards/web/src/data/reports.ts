import type { MakeReportBody, ReportProgress, ReportView, SendReportBody } from '@huiyin/schemas/api-reports.ts'
import type { InstructionBody } from '@huiyin/schemas/instruction.ts'
import type { ReportKind } from '@huiyin/schemas/report.ts'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDecisionKey } from './decision-key.ts'
import { ApiProblem, api, told } from './http.ts'
import { learnNow } from './server-time.ts'

/** Monitoring reports, as the api tells of them. */

const PAGE = 50
const MINUTE = 60_000
const SOON = 1_500 // ms: how often one asks how the making goes

export function useReports(kind: ReportKind | undefined) {
  const query = useInfiniteQuery({
    queryKey: ['reports', kind],
    queryFn: async ({ pageParam }) => {
      const asked = { atMost: PAGE, ...(kind && { kind }), ...(pageParam !== undefined && { after: pageParam }) }
      const page = await told(api.GET('/api/reports', { params: { query: asked } }))
      learnNow(page.now)
      return page
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    refetchInterval: MINUTE
  })
  return { ...query, rows: (query.data?.pages ?? []).flatMap(({ rows }) => rows) }
}

const of = (id: string, revision: number | undefined) => ({
  params: { path: { id }, query: revision === undefined ? {} : { revision } }
})

/** That a report is not there is an answer: it may be in the making. */
export const isNotThere = (error: unknown) => error instanceof ApiProblem && error.code === 'REPORT_NOT_FOUND'

export const useReport = (id: string, revision: number | undefined) =>
  useQuery({
    queryKey: ['report', id, revision],
    queryFn: async () => {
      const view = await told(api.GET('/api/reports/{id}', of(id, revision)))
      learnNow(view.now)
      return view as ReportView
    },
    retry: (times, error) => !isNotThere(error) && times < 2
  })

/** How the making goes, asked until it has ended; `onMade` once it is there. */
export const useReportProgress = (id: string, revision: number) =>
  useQuery({
    queryKey: ['report-progress', id, revision],
    queryFn: () => told(api.GET('/api/reports/{id}/progress', of(id, revision))) as Promise<ReportProgress>,
    refetchInterval: ({ state }) => (state.data?.endedAt === undefined && !isNotThere(state.error) ? SOON : false),
    retry: (times, error) => !isNotThere(error) && times < 2
  })

/** The table of figures; it changes with the server's version only. */
export const useFigureTable = () =>
  useQuery({
    queryKey: ['figures'],
    queryFn: async () => new Map((await told(api.GET('/api/figures'))).rows.map(row => [row.code, row])),
    staleTime: Number.POSITIVE_INFINITY
  })

/** Lists and progress are read anew. */
function useAsked() {
  const client = useQueryClient()
  return ({ report, revision }: ReportProgress) => {
    client.invalidateQueries({ queryKey: ['report-progress', report, revision] })
    client.invalidateQueries({ queryKey: ['reports'] })
  }
}

export const useMakeReport = () =>
  useMutation({
    mutationFn: (body: MakeReportBody) => told(api.POST('/api/reports', { body })) as Promise<ReportProgress>,
    onSuccess: useAsked()
  })

export const useCorrectReport = (id: string) =>
  useMutation({
    mutationFn: (body: { revision: number; why: string }) =>
      told(api.POST('/api/reports/{id}/revisions', { params: { path: { id } }, body })) as Promise<ReportProgress>,
    onSuccess: useAsked()
  })

/** One key for each sending that somebody decides on: tried again it is sent once. */
export function useSendReport(id: string) {
  const client = useQueryClient()
  const { key, onSettled } = useDecisionKey()
  return useMutation({
    mutationFn: (body: SendReportBody) =>
      told(
        api.POST('/api/reports/{id}/letters', { params: { path: { id }, header: { 'idempotency-key': key } }, body })
      ),
    onSettled: (answer, error) => {
      onSettled(answer, error)
      client.invalidateQueries({ queryKey: ['report', id] })
      client.invalidateQueries({ queryKey: ['reports'] })
      client.invalidateQueries({ queryKey: ['letters'] })
    }
  })
}

/** Takes over what an instruction answered. */
function useTaking(id: string) {
  const client = useQueryClient()
  return (view: ReportView) => {
    client.setQueriesData<ReportView>({ queryKey: ['report', id] }, had =>
      had ? { ...had, instructions: view.instructions } : had
    )
    client.invalidateQueries({ queryKey: ['reports'] })
  }
}

export function useInstructReport(id: string) {
  const take = useTaking(id)
  const { key, onSettled } = useDecisionKey()
  return useMutation({
    mutationFn: (body: InstructionBody) =>
      told(
        api.POST('/api/reports/{id}/instructions', {
          params: { path: { id }, header: { 'idempotency-key': key } },
          body
        })
      ) as Promise<ReportView>,
    onSuccess: take,
    onSettled
  })
}

export const useInstructionDone = (id: string) =>
  useMutation({
    mutationFn: ({ instruction, text }: { instruction: string; text: string }) =>
      told(
        api.POST('/api/reports/{id}/instructions/{instruction}/done', {
          params: { path: { id, instruction } },
          body: { text }
        })
      ) as Promise<ReportView>,
    onSuccess: useTaking(id)
  })
