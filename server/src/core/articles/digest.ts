/**
 * What bytes come down to, as 16 hexadecimal digits: other bytes have another digest, but for one case in 2^64. Two FNV-1a hashes of
 * different beginnings and primes. It tells a changed file from one that was only touched, and does not stand up to forgers.
 */
export function digestOf(bytes: Uint8Array): string {
  let first = 0x811c9dc5
  let second = 0x9e3779b9 ^ bytes.length
  for (let at = 0; at < bytes.length; at++) {
    first = Math.imul(first ^ bytes[at], 0x01000193)
    second = Math.imul(second ^ bytes[at], 0x85ebca6b)
  }
  const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0')
  return hex(first) + hex(second)
}
