import type { Start } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { tick } from './tick.ts'

export const start: Start = ({ desk, platform, clock, logger }, signal) =>
  schedule('* * * * * *', () => tick({ desk, platform, logger }, clock.now()), { logger, signal, name: 'responder' })
