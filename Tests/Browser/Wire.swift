import Foundation

/// The driver's end of the W3C WebDriver protocol: JSON over HTTP, each answer wrapped in `value`.
struct Wire: Sendable {
    let port: UInt16
    /// What every command's path begins with: nothing, or `/session/ID`.
    let prefix: String

    private struct Nothing: Codable {}

    private struct Reply<Value: Decodable>: Decodable {
        let value: Value
    }

    private struct Failure: Decodable {
        let error: String
        let message: String
    }

    func get<Value: Decodable>(_ command: String, as type: Value.Type = Value.self) async throws -> Value {
        try await send("GET", command)
    }

    /// Deletes the session that the prefix names.
    func delete() async throws {
        _ = try await send("DELETE", "", as: Nothing?.self)
    }

    func post(_ command: String) async throws { try await post(command, Nothing()) }

    func post(_ command: String, _ parameters: some Encodable) async throws {
        _ = try await post(command, parameters, as: Nothing?.self)
    }

    func post<Value: Decodable>(_ command: String, _ parameters: some Encodable, as type: Value.Type) async throws
        -> Value
    {
        try await send("POST", command, [UInt8](JSONEncoder().encode(parameters)))
    }

    private func send<Value: Decodable>(
        _ method: String, _ command: String, _ body: [UInt8] = [], as type: Value.Type = Value.self
    ) async throws -> Value {
        let answer = try await Exchange.send(
            method, port: port, "\(prefix)\(command.isEmpty ? "" : "/")\(command)", body)
        guard answer.status == 200 else {
            let failure = try JSONDecoder().decode(Reply<Failure>.self, from: Data(answer.body)).value
            throw WebDriverError(command: command, code: failure.error, text: failure.message)
        }
        return try JSONDecoder().decode(Reply<Value>.self, from: Data(answer.body)).value
    }
}
