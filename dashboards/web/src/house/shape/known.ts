import { useQueries } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { nameOfKey } from '../../data/accounts.ts'
import { api, told } from '../../data/http.ts'
import type { Source } from './shape.ts'

/** What settings name of the house: people, departments and the like, with what they are called. */

export type Choice = { value: string; label: string }
export type Known = Readonly<Partial<Record<Source, readonly Choice[]>>>

export const KnownContext = createContext<Known>({})

const same = (name: string): Choice => ({ value: name, label: name })
const distinct = (all: readonly Choice[]) => [...new Map(all.map(one => [one.value, one])).values()]

const READ: Record<Source, () => Promise<readonly Choice[]>> = {
  people: async () =>
    (await told(api.GET('/api/directory'))).people.map(({ id, name }) => ({ value: id, label: name })),
  persons: async () => (await told(api.GET('/api/people'))).rows.map(({ id, name }) => ({ value: id, label: name })),
  rosters: async () => (await told(api.GET('/api/rosters'))).rows.map(({ id, name }) => ({ value: id, label: name })),
  departments: async () => (await told(api.GET('/api/directory'))).departments.map(same),
  accounts: async () =>
    (await told(api.GET('/api/accounts'))).rows.map(({ account }) => ({
      value: nameOfKey(account),
      label: account.name
    })),
  channels: async () => (await told(api.GET('/api/ladders'))).channels.map(same),
  calendars: async () =>
    distinct((await told(api.GET('/api/calendars'))).rows.map(({ id, name }) => ({ value: id, label: name }))),
  templates: async () =>
    distinct((await told(api.GET('/api/templates'))).rows.map(({ id, name }) => ({ value: id, label: name })))
}

/** Reads the lists that are asked for; what one may not read, or cannot be read now, is not offered. */
export function useKnowing(sources: readonly Source[]): Known {
  const answers = useQueries({
    queries: sources.map(source => ({ queryKey: ['house', 'known', source], queryFn: READ[source], staleTime: 60_000 }))
  })
  return Object.fromEntries(sources.map((source, i) => [source, answers[i]?.data ?? []]))
}

export const useKnown = () => useContext(KnownContext)

/** What a value of a list is called; itself where that is not known. */
export const labelIn = (known: Known, source: Source, value: string): string =>
  known[source]?.find(one => one.value === value)?.label ?? value
