const digitsOf = (phone: string) => phone.replace(/\D/g, '').replace(/^(?:0086|86(?=0?\d{9}))/, '')

/** Whether a number that was found is one that the office lists; listed without area code it has any. */
export function officePhones(listed: readonly string[]): (found: string) => boolean {
  const whole = new Set<string>()
  const locals = new Set<string>()
  for (const phone of listed) {
    const digits = digitsOf(phone.normalize('NFKC'))
    whole.add(digits.replace(/^0/, ''))
    if (!digits.startsWith('0') && (digits.length === 7 || digits.length === 8)) locals.add(digits)
  }
  return found => {
    const digits = digitsOf(found)
    return whole.has(digits.replace(/^0/, '')) || locals.has(digits.slice(-8)) || locals.has(digits.slice(-7))
  }
}
