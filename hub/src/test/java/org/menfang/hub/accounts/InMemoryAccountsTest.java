package org.menfang.hub.accounts;

class InMemoryAccountsTest extends AccountStoreContract {
    @Override
    protected AccountStore store() {
        return new InMemoryAccounts();
    }
}
