import type { Verification } from '@huiyin/schemas/trail.ts'
import type { Records } from './records.ts'

const KIND = 'trail'
const LAST = 'verification'

/** The newest verification of the trail; undefined before the first. */
export const lastVerification = async (records: Pick<Records, 'get'>): Promise<Verification | undefined> =>
  (await records.get<Verification>(KIND, LAST))?.document.value

export const keepVerification = (records: Pick<Records, 'put'>, verification: Verification): Promise<void> =>
  records.put<Verification>(KIND, { id: LAST, value: verification })
