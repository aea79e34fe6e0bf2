package io.tangram.core.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Rows of roles for those who change them; reading for others is {@link Organisation}'s. */
@ApplicationScoped
class RoleRepository implements PanacheRepositoryBase<RoleRow, UUID> {}
