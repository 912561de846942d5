import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'

// Loaded before `npm start`: its machine's clock is wrong, or it has slept, by as many ms as the process above says.
const told = { wrong: 0, slept: 0 }
const wall = Date.now
const uptime = os.uptime
Date.now = () => wall() + told.wrong + told.slept
os.uptime = () => uptime() + told.slept / 1000
syncBuiltinESMExports()
Object.assign(told, JSON.parse(process.env.FAULTS_TOLD ?? '{}'))
process.on('message', (now: typeof told) => {
  Object.assign(told, now)
  process.send?.('heard')
})
process.on('disconnect', () => process.exit(1)) // nobody is left who would end it
process.channel?.unref()
