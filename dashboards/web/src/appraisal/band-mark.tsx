import type { Band } from '@huiyin/schemas/appraisal.ts'
import { t } from '../language.ts'
import { type Tone, ToneMark } from '../marks/tone.tsx'

const TONES: Record<Band, Tone> = { excellent: 'good', good: 'plain', pass: 'plain', fail: 'late' }

export const BandMark = ({ band }: { band: Band }) => <ToneMark tone={TONES[band]}>{t(`band.${band}`)}</ToneMark>
