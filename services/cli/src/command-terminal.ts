/** What commands have of whoever runs them. */
export interface Terminal {
  print: (text: string) => void
  /** Aborted by the first signal to end. */
  signal: AbortSignal
  /** Long work that hears no signal leaves nothing half done: after this a signal ends it at once. */
  deaf: () => void
}
