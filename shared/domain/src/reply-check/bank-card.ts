/** Issuer prefixes with the lengths that they are issued in. */
const ISSUERS: readonly [prefix: RegExp, lengths: readonly number[]][] = [
  [/^6[02]/, [16, 17, 18, 19]],
  [/^9558/, [19]],
  [/^4/, [13, 16, 19]],
  [/^5[1-5]/, [16]],
  [/^(?:222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^35/, [16]],
  [/^3(?:0[0-5]|6|8)/, [14]]
]

function isLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const weighed = i % 2 === 1 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}

/** The number of a bank card: a known issuer, a length of theirs, and the check digit. */
export const isBankCard = (digits: string): boolean =>
  /^\d{13,19}$/.test(digits) &&
  ISSUERS.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits)) &&
  isLuhn(digits)
