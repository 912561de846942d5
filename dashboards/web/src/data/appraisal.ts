import type { AppraisalBody, AppraisalHead, AppraisalJobView } from '@huiyin/schemas/api-appraisal.ts'
import type { Scores } from '@huiyin/schemas/rating.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDecisionKey } from './decision-key.ts'
import { api, told } from './http.ts'
import { learnNow } from './server-time.ts'

/** Appraisals, and what reviewers say of posts. */

const SOON = 1_500 // ms: how often one asks how the making goes

export const useAppraisals = () =>
  useQuery({
    queryKey: ['appraisals'],
    queryFn: async () => {
      const list = await told(api.GET('/api/appraisals'))
      learnNow(list.now)
      return list.rows as AppraisalHead[]
    }
  })

export const useAppraisal = (appraisal: string) =>
  useQuery({
    queryKey: ['appraisal', appraisal],
    queryFn: () => told(api.GET('/api/appraisals/{appraisal}', { params: { path: { appraisal } } }))
  })

export const useSheet = (appraisal: string, subject: string, revision: number | undefined) =>
  useQuery({
    queryKey: ['sheet', appraisal, subject, revision],
    queryFn: () =>
      told(
        api.GET('/api/appraisals/{appraisal}/sheets/{subject}', {
          params: { path: { appraisal, subject }, query: revision === undefined ? {} : { revision } }
        })
      )
  })

export function useMakeAppraisal() {
  const { key, onSettled } = useDecisionKey()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AppraisalBody) =>
      told(api.POST('/api/appraisals', { params: { header: { 'idempotency-key': key } }, body })),
    onSuccess: job => client.setQueryData(['appraisal-job', job.job], job),
    onSettled
  })
}

const hasEnded = (job: AppraisalJobView | undefined) => job?.state === 'done' || job?.state === 'failed'

/** How far the making has come, asked until it has ended. */
export const useAppraisalJob = (job: string) =>
  useQuery({
    queryKey: ['appraisal-job', job],
    queryFn: () => told(api.GET('/api/appraisals/jobs/{job}', { params: { path: { job } } })),
    refetchInterval: ({ state }) => (hasEnded(state.data) ? false : SOON)
  })

export function useConfirmAppraisal(appraisal: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (revision: number) =>
      told(api.POST('/api/appraisals/{appraisal}/confirm', { params: { path: { appraisal } }, body: { revision } })),
    onSuccess: view => {
      client.setQueryData(['appraisal', appraisal], view)
      client.invalidateQueries({ queryKey: ['appraisals'] })
      client.invalidateQueries({ queryKey: ['sheet', appraisal] })
    }
  })
}

export function useObject(appraisal: string, subject: string) {
  const { key, onSettled } = useDecisionKey()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (grounds: string) =>
      told(
        api.POST('/api/appraisals/{appraisal}/sheets/{subject}/objections', {
          params: { path: { appraisal, subject }, header: { 'idempotency-key': key } },
          body: { grounds }
        })
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['register'] }),
    onSettled
  })
}

const sampleKey = (year: number, quarter: number) => ['sample', year, quarter]

export const useSample = (year: number, quarter: number) =>
  useQuery({
    queryKey: sampleKey(year, quarter),
    queryFn: () => told(api.GET('/api/content/sample', { params: { query: { year, quarter } } }))
  })

/** What somebody says of a post; said twice the later word counts. */
export function useRate(year: number, quarter: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ post, scores, note }: { post: string; scores: Scores; note: string }) =>
      told(
        api.PUT('/api/content/ratings/{post}', {
          params: { path: { post } },
          body: { scores, ...(note.trim() !== '' && { note: note.trim() }) }
        })
      ),
    onSettled: () => client.invalidateQueries({ queryKey: sampleKey(year, quarter) })
  })
}
