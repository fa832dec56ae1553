import Crypto
import Testing

@Suite struct CryptoTests {
    @Test("a hash proves its own secret and no other") func hashes() async throws {
        let passwords = PasswordHash()
        let hash = try await passwords.hash("1234", strength: .pin)
        #expect(hash.hasPrefix("$argon2id$"))
        #expect(try await passwords.verify("1234", against: hash))
        #expect(try await !passwords.verify("1235", against: hash))
        #expect(try await passwords.hash("1234", strength: .pin) != hash)
    }

    @Test(
        "a token is taken back only in its own shape",
        arguments: ["", "abc", String(repeating: "G", count: 64), String(repeating: "a", count: 65)])
    func shape(_ text: String) {
        #expect(Token(text) == nil)
    }

    @Test("a token tells its fingerprint and its derived tokens for ever") func derived() throws {
        let token = Token()
        let again = try #require(Token(token.text))
        #expect(again.fingerprint == token.fingerprint)
        #expect(again.derived("form") == token.derived("form"))
        #expect(token.derived("form") != token.derived("other"))
        #expect(token.derived("form") != Token().derived("form"))
    }

    @Test("a code is typed as people type", arguments: ["ACDE FGHJ", "acde-fghj", " acdefghj "]) func typed(
        _ typed: String
    ) {
        #expect(Code.matches(typed, "ACDEFGHJ"))
        #expect(!Code.matches(typed, "ACDEFGHK"))
    }

    @Test("a code has no letters that are taken for one another") func alphabet() {
        let letters = Set((0..<200).flatMap { _ in Code.make(8) })
        #expect(letters.isDisjoint(with: "0O1IL5S2Z8B"))
        #expect(letters.count == 25)
    }
}
