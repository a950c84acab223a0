/** What a provider is asked with, to be held against what comes back. */
export interface SignInQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Somebody, as the provider vouches for them. */
export interface VouchedPerson {
  readonly issuer: string;
  readonly subject: string;
  /** For people to read; any text. */
  readonly name: string;
  readonly groups: readonly string[];
}

/** Who vouches for people. */
export interface IdentityProvider {
  /** Where a browser is sent to. Throws ProviderUnavailable. */
  begin(): Promise<SignInQuestion & { readonly address: string }>;
  /** From the address that the browser came back to. Throws ProviderUnavailable, and ProviderRefused where anything does not fit. */
  finish(cameBack: URL, question: SignInQuestion): Promise<VouchedPerson>;
}

/** It cannot be reached, or does not answer as a provider does. */
export class ProviderUnavailable extends Error {
  constructor(options: ErrorOptions) {
    super("The provider of identities does not answer", options);
    this.name = "ProviderUnavailable";
  }
}

/** It vouches for nobody, or what it says cannot be trusted. */
export class ProviderRefused extends Error {
  constructor(options: ErrorOptions) {
    super("The provider of identities vouches for nobody", options);
    this.name = "ProviderRefused";
  }
}
