#pragma once
#include <microhttpd.h>
#include <stdint.h>

// MHD_start_daemon is variadic, which Swift cannot call. Serves a listening socket that the caller made; on failure the
// socket is still the caller's.
static inline struct MHD_Daemon *_Nullable gb_start_daemon(
    int listening, unsigned int connections, unsigned int idle_seconds, size_t connection_memory,
    MHD_AccessHandlerCallback _Nonnull handler, MHD_RequestCompletedCallback _Nonnull completed, void *_Nonnull context) {
    return MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0, NULL, NULL, handler, context,
        MHD_OPTION_LISTEN_SOCKET, listening, MHD_OPTION_CONNECTION_LIMIT, connections,
        MHD_OPTION_CONNECTION_TIMEOUT, idle_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, connection_memory,
        MHD_OPTION_NOTIFY_COMPLETED, completed, context, MHD_OPTION_END);
}

// MHD_get_connection_info returns a union that Swift reads poorly.
static inline const struct sockaddr *_Nullable gb_client_address(struct MHD_Connection *_Nonnull connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info ? info->client_addr : (const struct sockaddr *)0;
}

// A cast macro in the header, -1 as ssize_t, which Swift does not import.
static inline ssize_t gb_end_of_stream(void) { return MHD_CONTENT_READER_END_OF_STREAM; }

static inline uint64_t gb_size_unknown(void) { return MHD_SIZE_UNKNOWN; }
