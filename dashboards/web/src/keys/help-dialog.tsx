import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { learnWords, t } from '../language.ts'
import { KEYS_WORDS } from '../words-keys.ts'
import style from './keys.module.css'
import { GROUPS, SHORTCUTS, shortcutsOf } from './shortcuts.ts'
import { areKeysOn, keysHere, switchKeys } from './use-shortcuts.ts'

learnWords(KEYS_WORDS)

const NAMES: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', ' ': 'Space' }

const capOf = (key: string) => NAMES[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase() : key)

/** The shortcuts of the place where one is, as the table has them; Esc or a click beside it closes it. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const box = useRef<HTMLDialogElement>(null)
  const [on, setOn] = useState(areKeysOn())
  const [{ meant, own }] = useState(keysHere)
  useEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  const turn = (next: boolean) => {
    switchKeys(next)
    setOn(next)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser closes it on Esc
    <dialog
      ref={box}
      className={style.dialog}
      aria-labelledby="keys-title"
      onClose={onClose}
      onClick={event => event.target === event.currentTarget && onClose()}
    >
      <header className={style.head}>
        <h2 id="keys-title">{t('keys.title')}</h2>
        <label className={style.switch}>
          <input type="checkbox" checked={on} onChange={event => turn(event.target.checked)} />
          {t('keys.on')}
        </label>
        <Button size="small" onClick={onClose}>
          {t('keys.close')}
        </Button>
      </header>
      <div className={style.groups}>
        {own.length > 0 && (
          <section aria-label={t('keys.group.here')}>
            <h3>{t('keys.group.here')}</h3>
            <dl>
              {own.map(({ keys, words }) => (
                <Line key={words} keys={keys} words={words} />
              ))}
            </dl>
          </section>
        )}
        {GROUPS.map(group => {
          const names = shortcutsOf(group).filter(name => meant.has(name))
          if (names.length === 0) return null
          return (
            <section key={group} aria-label={t(`keys.group.${group}`)}>
              <h3>{t(`keys.group.${group}`)}</h3>
              <dl>
                {names.map(name => (
                  <Line key={name} keys={SHORTCUTS[name].keys} words={meant.get(name) ?? t(`keys.${name}`)} />
                ))}
              </dl>
            </section>
          )
        })}
      </div>
      <p className={style.hint}>{t('keys.hint')}</p>
    </dialog>
  )
}

const Line = ({ keys, words }: { keys: readonly string[]; words: string }) => (
  <div>
    <dt>
      {keys.map(key => (
        <Caps key={key} of={key} />
      ))}
    </dt>
    <dd>{words}</dd>
  </div>
)

const Caps = ({ of }: { of: string }) => (
  <span className={style.keys}>
    {of.split('+').map(key => (
      <kbd key={key}>{key === 'shift' ? 'Shift' : capOf(key)}</kbd>
    ))}
  </span>
)
