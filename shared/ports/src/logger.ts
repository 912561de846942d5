/** Where a service says what it does; the shape of pino. No personal data and no secrets go in. */
export interface Logger {
  /** Absent where nobody wants to know so much: what it costs to say it is saved then. */
  debug?: (fields: object, message: string) => void
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

export const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} }
