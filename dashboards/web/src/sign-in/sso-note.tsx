import { Alert } from 'antd'
import { cameBack, heard } from '../data/came-back.ts'
import { t } from '../language.ts'

const TONES = { linked: 'success', proposed: 'info', unknown: 'warning', failed: 'warning' } as const

/** What came of single sign-on, when one has just come back from there. */
export function SsoNote() {
  const way = cameBack()
  return way && <Alert type={TONES[way]} showIcon closable={{ onClose: heard }} title={t(`sso.${way}`)} />
}
