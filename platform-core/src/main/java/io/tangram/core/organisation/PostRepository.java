package io.tangram.core.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Rows of posts for those who change them; reading for others is {@link Organisation}'s. */
@ApplicationScoped
class PostRepository implements PanacheRepositoryBase<PostRow, UUID> {}
