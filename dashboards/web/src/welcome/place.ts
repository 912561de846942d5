import { oneOf } from '../data/address.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** The first steps, in the order in which they are best taken. */
export const STEPS = ['password', 'accounts', 'departments', 'channels', 'duty', 'done'] as const
export type Step = (typeof STEPS)[number]

export const stepPlace = (step: Step) => `?${new URLSearchParams({ view: 'welcome', step })}`
export const goStep = (step: Step) => visit(stepPlace(step))

export const useStep = (): Step | undefined => oneOf(STEPS, new URLSearchParams(useQueryString()).get('step'))

export const after = (step: Step): Step => STEPS[Math.min(STEPS.indexOf(step) + 1, STEPS.length - 1)]!
