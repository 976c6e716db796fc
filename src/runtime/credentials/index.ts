/** What proves who somebody is: passwords, second factors, links; and how often one may try. */
export { passwordLength, passwordProblems } from './password-rule.js'
export { changePassword, choosePassword, invited, provePassword } from './passwords.js'
export type { TypedPassword } from './passwords.js'
export { seal, unseal } from './sealing.js'
export { confirmFactor, offerFactor, proveFactor, removeFactor } from './second-factor.js'
export type { FactorOffer } from './second-factor.js'
