/** Made-up sentences of one kind, with what a reader would say of them. Slots are in braces; see slots.ts. */
export interface Group {
  kind: 'inquiry' | 'suggestion' | 'complaint' | 'praise' | 'chat' | 'spam' | 'danger' | 'follow-up'
  label: 'inquiry' | 'suggestion' | 'complaint' | 'other'
  sentiment: 'negative' | 'neutral' | 'positive'
  level: 'blue' | 'yellow' | 'orange' | 'red'
  /** Danger now: life, public safety, minors, self-harm. */
  urgent: boolean
  lines: readonly string[]
}
