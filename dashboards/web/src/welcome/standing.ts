import type { LadderRow } from '@huiyin/schemas/api-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAccounts } from '../data/accounts.ts'
import { api, told } from '../data/http.ts'
import { stored } from '../data/stored.ts'
import { timed } from '../house/settings-data.ts'
import type { Step } from './place.ts'

/** How far a house is set up: told by what stands in it; only what leaves no trace there is kept in this browser. */

type Noted = { tested: readonly string[]; later?: true }

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(one => typeof one === 'string')

const notes = stored<Noted>('huiyin.welcome', value => {
  const { tested, later } = (value ?? {}) as Partial<Noted>
  return isTexts(tested) ? { tested, ...(later === true && { later }) } : undefined
})

/** The channels that were seen to reach somebody, and whether the invitation was put off. */
export function useNotes() {
  const [noted, setNoted] = useState<Noted>(() => notes.read() ?? { tested: [] })
  const note = (change: Partial<Noted>) => {
    const next = { ...noted, ...change }
    notes.write(next)
    setNoted(next)
  }
  return { noted, note }
}

const SOON = 10_000 // ms: what another tab, or a restart, changes

export const useLadders = (enabled = true) =>
  useQuery({
    queryKey: ['house', 'welcome', 'ladders'],
    queryFn: async () => timed(await told(api.GET('/api/ladders'))) as { rows: LadderRow[]; channels: string[] },
    refetchInterval: SOON,
    enabled
  })

export const useContacts = (enabled = true) =>
  useQuery({
    queryKey: ['house', 'welcome', 'people'],
    queryFn: async () => (await told(api.GET('/api/people'))).rows,
    enabled
  })

export const useOffices = (enabled = true) =>
  useQuery({
    queryKey: ['house', 'welcome', 'departments'],
    queryFn: () => told(api.GET('/api/settings/departments')),
    enabled
  })

/** The ladders that count and would reach nobody. */
export const gapsOf = (rows: readonly LadderRow[]): LadderRow[] =>
  rows.filter(row => row.inForce && row.problems.some(({ refuses }) => refuses))

export type Standing = { isReady: boolean; error: unknown; done: Readonly<Record<Step, boolean>>; retry: () => unknown }

/** Which steps are done. */
export function useStanding(demo: boolean, tested: readonly string[]): Standing {
  const [accounts, offices, ladders, people] = [useAccounts(), useOffices(), useLadders(), useContacts()]
  const all = [accounts, offices, ladders, people]
  const reached = (people.data ?? []).some(({ contacts }) => contacts.length > 0)
  const channels = ladders.data?.channels ?? []
  const done = {
    password: true,
    accounts: demo || (accounts.data ?? []).some(({ state }) => state !== 'retired'),
    departments: (offices.data?.departments.length ?? 0) > 0,
    channels: channels.some(name => tested.includes(name)),
    duty: reached
  }
  return {
    isReady: all.every(({ data }) => data !== undefined),
    error: all.find(({ data, error }) => data === undefined && error)?.error,
    done: { ...done, done: Object.values(done).every(Boolean) },
    retry: () => Promise.all(all.map(({ refetch }) => refetch()))
  }
}
