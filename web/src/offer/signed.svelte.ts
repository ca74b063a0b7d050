/** Who is signed in in this browser. */
import { type Account, signOut, type Undone, whoAmI } from './api';

class Signed {
  /** `undefined` until the server has said so. */
  account: Account | null | undefined = $state.raw(undefined);
  /** True if this server takes passkeys. */
  passkeys = $state(false);
  failure: Undone | null = $state(null);

  async ask() {
    const found = await whoAmI();
    if (found.is === 'done') {
      this.account = found.value.account ?? null;
      this.passkeys = found.value.passkeys;
      this.failure = null;
    } else {
      this.failure = found.is;
    }
  }

  async out(everywhere: boolean) {
    await signOut(everywhere);
    this.account = null;
  }

  /** The server says that nobody is signed in any more. */
  lost() {
    this.account = null;
  }
}

export const signed = new Signed();
