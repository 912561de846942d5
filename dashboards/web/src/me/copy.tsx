import { Button } from 'antd'
import { useState } from 'react'
import { t } from '../language.ts'

/** Puts a text on the clipboard; not there on plain-http addresses, where browsers have none. */
export function Copy({ text }: { text: string }) {
  const [copied, setCopied] = useState(false)
  if (!('clipboard' in navigator)) return null
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <Button size="small" onClick={copy}>
      {t(copied ? 'copy.done' : 'copy.do')}
    </Button>
  )
}
