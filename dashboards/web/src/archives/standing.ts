import type { ArchiveView } from '@huiyin/schemas/api-archives.ts'
import { t } from '../language.ts'
import type { Tone } from '../marks/tone.tsx'
import { isoDay } from '../time.ts'

/** How an archive stands, in a word and its tone. */
export function standingOf({ state, failed, proposed, seal }: ArchiveView): { words: string; tone: Tone } {
  if (state === 'destroyed') return { words: t('archive.state.destroyed'), tone: 'plain' }
  if (failed && !seal) return { words: t('archive.state.failed'), tone: 'late' }
  if (state === 'building') return { words: t('archive.state.building'), tone: 'soon' }
  if (proposed) return { words: t('archive.state.proposed'), tone: 'soon' }
  return { words: t('archive.state.sealed'), tone: 'good' }
}

const KILO = 1024

/** 36 KB, 1.2 MB, 3.4 GB. */
export function sizeOf(bytes: number): string {
  if (bytes < KILO ** 2) return `${Math.max(1, Math.round(bytes / KILO))} KB`
  return bytes < KILO ** 3 ? `${(bytes / KILO ** 2).toFixed(1)} MB` : `${(bytes / KILO ** 3).toFixed(1)} GB`
}

/** Until when it is kept. */
export function termWords({ kind, destroyableFrom, isOver }: ArchiveView): string {
  if (kind === 'inspection') return t('archive.no-term')
  if (destroyableFrom === undefined) return t('archive.permanent')
  return isOver ? t('archive.over') : t('archive.term', { at: isoDay(destroyableFrom) })
}
