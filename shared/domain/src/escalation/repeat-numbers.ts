import type { Slot } from './slots.ts'
import type { Told } from './trigger.ts'

export type Numbered = Slot & { repeat: number; told: boolean }

/**
 * Numbers the slots of each rung from 0, those that were never told too, so that a number does not depend on who
 * looked when. What stands keeps its number: a row made by one who did not know of an acknowledgement has no slot any
 * more, but nothing else may ever get its number (R33, R40).
 */
export function numbered(slots: readonly Slot[], told: readonly Told[]): Numbered[] {
  const newest = new Map<number, number>()
  return slots.map(slot => {
    const ofRung = told.filter(({ rung }) => rung === slot.rung)
    const stands = ofRung.filter(({ at }) => at === slot.at).map(({ repeat }) => repeat)
    const repeat = stands.length > 0 ? Math.min(...stands) : freeAfter(newest.get(slot.rung) ?? -1, slot, ofRung)
    newest.set(slot.rung, Math.max(newest.get(slot.rung) ?? -1, repeat))
    return { ...slot, repeat, told: stands.length > 0 }
  })
}

function freeAfter(newest: number, { at }: Slot, told: readonly Told[]): number {
  const used = new Set(told.map(({ repeat }) => repeat))
  let repeat = Math.max(newest, ...told.filter(one => one.at < at).map(one => one.repeat)) + 1
  while (used.has(repeat)) repeat += 1
  return repeat
}
