using Emergent.Data;

namespace Emergent.Networks;

/// <summary>One thing that an environment shows or takes: its name, which is that of a layer, and its shape.</summary>
public sealed record StateElement(string Name, Shape Shape);
